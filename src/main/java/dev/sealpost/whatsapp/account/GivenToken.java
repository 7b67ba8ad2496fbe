package dev.sealpost.whatsapp.account;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

/** {@code PUT /api/senders/{name}/token}. */
@Schema(name = "GivenToken")
record GivenToken(
        @NotNull(message = "must be given")
                @Pattern(
                        regexp = "[!-~]{1,1000}",
                        message = "must be 1 to 1000 printable ASCII characters without spaces")
                String token) {

    @Override
    public String toString() {
        return "GivenToken[]";
    }
}
