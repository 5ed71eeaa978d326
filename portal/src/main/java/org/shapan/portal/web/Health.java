package org.shapan.portal.web;

import java.util.Map;
import org.shapan.portal.province.Province;
import org.shapan.portal.province.ProvinceState;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /health}: whether the server answers and whether the data are there. It tells nothing else. */
@RestController
class Health {
    private final Province province;

    Health(Province province) {
        this.province = province;
    }

    @GetMapping("/health")
    Map<String, String> health() {
        return Map.of(
                "status",
                "up",
                "data",
                switch (province.state()) {
                    case ProvinceState.Preparing preparing -> "preparing";
                    case ProvinceState.Ready ready -> "ready";
                    case ProvinceState.Failed failed -> "failed";
                });
    }
}
