package dev.sealpost.submission;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Map;

/** What {@code /api/openapi.json} says about handing events over. What refusals look like, {@code access} says for all operations. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Operation(
        operationId = "submit",
        summary = "Hand an event, or a batch of them, to a flow",
        description =
                "One event as application/json; many as JSON Lines, one on each line, answered line by line while they are "
                        + "read. What is answered with an id is committed; what is answered with a problem has left no trace. Each "
                        + "source id is accepted once per flow.",
        parameters =
                @Parameter(
                        name = IdempotencyKey.HEADER,
                        in = ParameterIn.HEADER,
                        description =
                                "1 to 255 printable ASCII characters, best a random UUID in double quotes. The same key with "
                                        + "the same request gets the same answer, for 24 hours unless set otherwise.",
                        example = "\"8e03978e-40d5-43dd-bc93-6894a57f9324\"",
                        schema = @Schema(type = "string", minLength = 1)),
        requestBody =
                @RequestBody(
                        required = true,
                        content = {
                            @Content(
                                    mediaType = "application/json",
                                    schema = @Schema(implementation = DescribedSubmission.SubmittedEvent.class),
                                    examples =
                                            @ExampleObject(
                                                    name = "order-shipped",
                                                    value = DescribedSubmission.EXAMPLE_EVENT)),
                            @Content(
                                    mediaType = Results.JSON_LINES,
                                    schema = @Schema(implementation = DescribedSubmission.SubmittedEvent.class),
                                    examples =
                                            @ExampleObject(
                                                    name = "two lines",
                                                    value = DescribedSubmission.EXAMPLE_LINES))
                        }))
@ApiResponse(
        responseCode = "202",
        description = "Accepted: committed, though perhaps refused by a step of the flow, as state and reason say.",
        headers = @Header(name = "Location", description = "Of one event: where to look it up."),
        content = {
            @Content(
                    mediaType = "application/json",
                    schema = @Schema(implementation = Answer.class),
                    examples = {
                        @ExampleObject(name = "queued", value = DescribedSubmission.QUEUED),
                        @ExampleObject(name = "refused by a step", value = DescribedSubmission.REFUSED),
                        @ExampleObject(name = "seen before", value = DescribedSubmission.DUPLICATE)
                    }),
            @Content(mediaType = Results.JSON_LINES, schema = @Schema(implementation = ResultLine.class))
        })
@ApiResponse(
        responseCode = "400",
        description = "Malformed, with the position; too deep; broken off; a malformed Idempotency-Key.")
@ApiResponse(responseCode = "401", description = "No key, or a wrong, expired or revoked one.")
@ApiResponse(
        responseCode = "403",
        description = "The key lacks the scope messages:write, or is restricted to other flows.")
@ApiResponse(
        responseCode = "408",
        description = "The body came in too slowly. Of a batch, what was answered before is accepted.")
@ApiResponse(responseCode = "409", description = "A request with this Idempotency-Key is being handled.")
@ApiResponse(responseCode = "413", description = "The body is too large.")
@ApiResponse(responseCode = "415", description = "Another media type.")
@ApiResponse(
        responseCode = "422",
        description = "There is no such flow, or this Idempotency-Key came with another request before.")
@ApiResponse(
        responseCode = "429",
        description =
                "Too many batches at once, of all keys or with this one, or too many wrong keys. Retry-After says when to try again.")
@ApiResponse(
        responseCode = "503",
        description = "The database does not answer, or the flow is stopped. Retry-After says when to try again.")
@interface DescribedSubmission {

    String EXAMPLE_EVENT =
            """
            {"flow":"order-shipped","event":{"orderId":"A-1001","customer":{"name":"Ana Souza","phone":"+351912345678"},\
            "trackingUrl":"https://track.example/A-1001"}}""";
    String EXAMPLE_LINES = EXAMPLE_EVENT
            + """

            {"flow":"order-shipped","event":{"orderId":"A-1002","customer":{"name":"Rui Costa","phone":"+351912345679"},\
            "trackingUrl":"https://track.example/A-1002"}}
            """;
    String QUEUED = "{\"id\":\"01935f3a-0000-7000-8000-000000000001\",\"state\":\"QUEUED\"}";
    String REFUSED =
            "{\"id\":\"01935f3a-0000-7000-8000-000000000002\",\"state\":\"REFUSED\",\"reason\":\"no-consent\"}";
    String DUPLICATE = "{\"id\":\"01935f3a-0000-7000-8000-000000000001\",\"duplicate\":true}";

    /** The body, or one line of a batch, as it is described; {@link SubmissionReader} reads it. */
    @Schema(
            name = "SubmittedEvent",
            requiredProperties = {"flow", "event"})
    record SubmittedEvent(
            @Schema(description = "The id of a flow.", example = "order-shipped") String flow,
            @Schema(description = "The event, as the flow's receive step reads it.", type = "object")
                    Map<String, Object> event,
            @Schema(
                            description =
                                    "Where the flow takes signed events: a detached signature over the event's bytes, Base64.")
                    String signature) {}
}
