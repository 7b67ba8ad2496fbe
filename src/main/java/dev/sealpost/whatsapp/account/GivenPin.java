package dev.sealpost.whatsapp.account;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Pattern;

/**
 * {@code POST /api/senders/{name}/register}.
 *
 * @param pin six digits; left out: the one in {@code senders.yml}
 */
@Schema(name = "GivenPin")
record GivenPin(@Pattern(regexp = "\\d{6}", message = "must be six digits") String pin) {

    @Override
    public String toString() {
        return "GivenPin[]";
    }
}
