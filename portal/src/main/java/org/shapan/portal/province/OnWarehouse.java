package org.shapan.portal.province;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.shapan.warehouse.data.DataDirectory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;

/** On beans that need the warehouse of the data directory: they are absent where the process serves something else in its place. */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@ConditionalOnBean(DataDirectory.class)
@ConditionalOnMissingBean(name = OnWarehouse.INSTEAD)
public @interface OnWarehouse {
    /** Name of the bean that stands in for the warehouse. */
    String INSTEAD = "insteadOfWarehouse";
}
