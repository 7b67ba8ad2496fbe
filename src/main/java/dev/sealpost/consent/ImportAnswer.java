package dev.sealpost.consent;

import dev.sealpost.access.Problem;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/**
 * What came of the lines of an import. All that was to be recorded is committed.
 *
 * @param recorded how many were recorded
 * @param unchanged how many say no more than what was recorded before
 * @param refused those that nothing was recorded of
 */
@Schema(name = "ConsentImport")
record ImportAnswer(int recorded, int unchanged, List<Refused> refused) {

    /**
     * @param line of the request, from 1
     * @param problem as the same statement alone would have been answered
     */
    @Schema(name = "RefusedConsentLine")
    record Refused(int line, Problem problem) {}
}
