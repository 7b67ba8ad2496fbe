package dev.sealpost.whatsapp.approval;

import java.util.List;
import java.util.SortedMap;

/**
 * A template in one language, as Meta has it.
 *
 * @param status {@code APPROVED}, {@code PENDING}, {@code REJECTED}, {@code PAUSED}, {@code DISABLED}, …
 * @param category {@code UTILITY}, …
 * @param header its format if something has to fill it, else empty
 * @param headerParameters names, or {@code 1}, {@code 2}, …
 * @param body the same of the body
 * @param buttons all of them, by their place from 0
 */
record MetaTemplate(
        String name,
        String language,
        String status,
        String category,
        String header,
        List<String> headerParameters,
        List<String> body,
        SortedMap<Integer, Button> buttons) {

    private static final String APPROVED = "APPROVED";

    boolean isApproved() {
        return status.equals(APPROVED);
    }

    /**
     * @param type as a message names it ({@code URL}, {@code QUICK_REPLY}, …); an OTP button is filled as a URL's is
     * @param needed whether a message must fill it
     */
    record Button(String type, boolean needed) {}
}
