package org.shapan.portal.cubes;

import java.util.Locale;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.olap4j.OlapConnection;

/** The cubes of the {@link CiProvince} for the tests of a class, on a connection of somebody who sees the whole company. */
public final class CiCubes implements BeforeAllCallback, AfterAllCallback {
    private CiProvince province;
    private OlapConnection connection;

    @Override
    public void beforeAll(ExtensionContext context) throws Exception {
        province = CiProvince.get();
        connection = province.cubes().connect(CiProvince.user(), Locale.ENGLISH);
    }

    @Override
    public void afterAll(ExtensionContext context) throws Exception {
        connection.close();
    }

    public CiProvince province() {
        return province;
    }

    public OlapConnection connection() {
        return connection;
    }
}
