package org.shapan.portal.cubes;

import org.shapan.warehouse.data.WarehouseDatabase;

/** The portal's door to the cubes over a database, without a server around it. */
public final class CubeDoor {
    private CubeDoor() {}

    public static Cubes to(WarehouseDatabase database) {
        return new ScopedCubes(new WarehouseCubes(database));
    }
}
