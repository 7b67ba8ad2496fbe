package dev.sealpost.access;

import static org.springframework.http.HttpStatus.SERVICE_UNAVAILABLE;

import dev.sealpost.access.Problem.FieldFault;
import dev.sealpost.places.TooSlow;
import java.util.List;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** What every controller's caller is told when something goes wrong that the controller does not answer for itself. */
@RestControllerAdvice
class RestProblems extends ResponseEntityExceptionHandler {
    private static final Problem UNAVAILABLE = Problem.of(
            SERVICE_UNAVAILABLE,
            "unavailable",
            "The hub's database does not answer. Nothing was changed; retry later.");

    private static final Problem TOO_SLOW = Problem.of(
            HttpStatus.REQUEST_TIMEOUT, "too-slow", "The body came in too slowly. Nothing of it was accepted.");

    private final UnexpectedErrors unexpected;

    RestProblems(UnexpectedErrors unexpected) {
        this.unexpected = unexpected;
    }

    @Override
    protected ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException unreadable,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        Throwable cause = unreadable.getCause();
        return cause instanceof TooSlow
                ? TOO_SLOW.toResponse()
                : unreadable(cause).toResponse();
    }

    private static Problem unreadable(Throwable cause) {
        return cause instanceof BodyTooLarge tooLarge
                ? BodyLimitFilter.problem(tooLarge.most())
                : JsonFaults.problem(cause);
    }

    @Override
    protected ResponseEntity<Object> handleMethodArgumentNotValid(
            MethodArgumentNotValidException invalid, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        List<FieldFault> faults = invalid.getFieldErrors().stream()
                .map(error -> new FieldFault(error.getField(), error.getDefaultMessage()))
                .toList();
        return Problem.of(HttpStatus.BAD_REQUEST, "invalid-request", "The body is not as described in errors.", faults)
                .toResponse();
    }

    /** Everything else that Spring MVC refuses: method, media type, path, parameters. */
    @Override
    protected ResponseEntity<Object> handleExceptionInternal(
            Exception failure, Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        Problem problem = status.is5xxServerError() ? unexpected.problem(failure) : StatusProblems.of(status);
        return ResponseEntity.status(problem.status())
                .headers(headers)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    @ExceptionHandler
    ResponseEntity<Object> tooSlow(TooSlow tooSlow) {
        return TOO_SLOW.toResponse();
    }

    @ExceptionHandler
    ResponseEntity<Object> tooLarge(BodyTooLarge tooLarge) {
        return BodyLimitFilter.problem(tooLarge.most()).toResponse();
    }

    @ExceptionHandler({
        CannotCreateTransactionException.class,
        DataAccessResourceFailureException.class,
        TransientDataAccessException.class
    })
    ResponseEntity<Object> unavailable(Exception failure) {
        return ResponseEntity.status(SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, "5")
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(UNAVAILABLE);
    }

    @ExceptionHandler
    ResponseEntity<Object> unexpected(Exception failure) {
        return unexpected.problem(failure).toResponse();
    }
}
