package org.shapan.portal.frame;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On views about the cubes of the warehouse: absent, in the menu too, where the process serves something else in its place. (Conditions of
 * Spring do not work on views: they are found before there are beans.)
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface NeedsWarehouse {}
