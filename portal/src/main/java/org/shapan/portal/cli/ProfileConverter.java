package org.shapan.portal.cli;

import org.shapan.warehouse.feed.Profile;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the name of a profile. */
final class ProfileConverter implements ITypeConverter<Profile> {
    @Override
    public Profile convert(String name) {
        try {
            return Profile.named(name);
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(e.getMessage());
        }
    }
}
