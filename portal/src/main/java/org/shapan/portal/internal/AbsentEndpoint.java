package org.shapan.portal.internal;

import org.shapan.warehouse.data.DataDirectory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Whatever else is asked of {@code /internal/**}: status 404. Without it the request would reach the views, which know no sub-commands. */
@RestController
@ConditionalOnBean(DataDirectory.class)
class AbsentEndpoint {
    @RequestMapping("/internal/{*path}")
    @ResponseStatus(HttpStatus.NOT_FOUND)
    void absent() {}
}
