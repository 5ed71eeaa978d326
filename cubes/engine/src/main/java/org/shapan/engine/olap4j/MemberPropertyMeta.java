package org.shapan.engine.olap4j;

import java.util.Set;
import org.olap4j.metadata.Datatype;
import org.olap4j.metadata.Property;
import org.shapan.engine.star.MemberProperty;

/** A property that the catalog declares for a level. */
record MemberPropertyMeta(MemberProperty property, ConnectionContext context) implements Property {

    @Override
    public String getName() {
        return property.name();
    }

    @Override
    public String getUniqueName() {
        return "[" + property.name().replace("]", "]]") + "]";
    }

    @Override
    public String getCaption() {
        return property.labels().caption(context.locale(), property.name());
    }

    @Override
    public String getDescription() {
        String description = property.labels().description(context.locale());
        return description == null ? "" : description;
    }

    @Override
    public boolean isVisible() {
        return property.labels().visible();
    }

    @Override
    public Datatype getDatatype() {
        return Datatypes.of(property.dataType());
    }

    @Override
    public Set<TypeFlag> getType() {
        return TypeFlag.MEMBER_TYPE_FLAG;
    }

    @Override
    public ContentType getContentType() {
        return ContentType.REGULAR;
    }
}
