package dev.sealpost.whatsapp.approval;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Templates compared with Meta's, on demand. */
@RestController
class TemplatesController {

    private final TemplatesCheck check;

    TemplatesController(TemplatesCheck check) {
        this.check = check;
    }

    /** Asks Meta now. What cannot be asked is in {@code unchecked}. */
    @GetMapping("/api/templates/check")
    TemplateReport check() {
        return check.check();
    }
}
