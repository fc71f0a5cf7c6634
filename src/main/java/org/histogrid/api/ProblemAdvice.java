package org.histogrid.api;

import java.net.URI;
import java.util.Map;
import org.histogrid.base.BadInput;
import org.histogrid.base.Conflict;
import org.histogrid.base.Denied;
import org.histogrid.base.NotFound;
import org.histogrid.base.Stale;
import org.histogrid.base.TooLarge;
import org.histogrid.dataset.UploadRefused;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;

/// Failures as RFC 9457 problem details; the only place that knows which failure has which status.
@RestControllerAdvice(basePackageClasses = ProblemAdvice.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class ProblemAdvice {

    @ExceptionHandler
    ProblemDetail on(NotFound e) {
        return problem(HttpStatus.NOT_FOUND, "Not found", e);
    }

    @ExceptionHandler
    ProblemDetail on(Denied e) {
        return problem(HttpStatus.FORBIDDEN, "Not allowed", e);
    }

    @ExceptionHandler
    ProblemDetail on(Conflict e) {
        var problem = problem(HttpStatus.CONFLICT, "Conflict", e);
        problem.setProperty("projects", e.with());
        return problem;
    }

    @ExceptionHandler
    ProblemDetail on(Stale e) {
        var problem = problem(HttpStatus.PRECONDITION_FAILED, "Stale", e);
        problem.setProperty("savedBy", e.savedBy());
        problem.setProperty("savedAt", e.savedAt());
        return problem;
    }

    @ExceptionHandler
    ProblemDetail on(BadInput e) {
        return of(e);
    }

    @ExceptionHandler
    ProblemDetail on(TooLarge e) {
        return problem(HttpStatus.CONTENT_TOO_LARGE, "Too large", e);
    }

    /// 460 is what the tus protocol has for a checksum that does not agree.
    @ExceptionHandler
    ProblemDetail on(UploadRefused e) {
        var problem = ProblemDetail.forStatus(
                switch (e.reason()) {
                    case OFFSET -> 409;
                    case EXPIRED -> 410;
                    case CHECKSUM -> 460;
                });
        problem.setTitle("Upload refused");
        problem.setDetail(e.getMessage());
        problem.setType(URI.create("about:blank"));
        return problem;
    }

    @ExceptionHandler
    ProblemDetail on(MaxUploadSizeExceededException e) {
        return problem(HttpStatus.CONTENT_TOO_LARGE, "Too large", "The upload is larger than this server takes.");
    }

    @ExceptionHandler
    ProblemDetail on(MultipartException e) {
        return problem(
                HttpStatus.BAD_REQUEST, "Bad request", "The upload ended early, or is no multipart/form-data request.");
    }

    @ExceptionHandler
    ProblemDetail on(HttpMessageNotReadableException e) {
        return problem(HttpStatus.BAD_REQUEST, "Bad request", "The body is no JSON of the form expected here.");
    }

    static ProblemDetail of(BadInput e) {
        var problem = problem(HttpStatus.UNPROCESSABLE_CONTENT, "Bad input", e);
        e.where().forEach(problem::setProperty);
        return problem;
    }

    static ProblemDetail problem(HttpStatus status, String title, String detail, Map<String, Object> where) {
        var problem = problem(status, title, detail);
        where.forEach(problem::setProperty);
        return problem;
    }

    private static ProblemDetail problem(HttpStatus status, String title, RuntimeException e) {
        return problem(status, title, String.valueOf(e.getMessage()));
    }

    private static ProblemDetail problem(HttpStatus status, String title, String detail) {
        var problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setTitle(title);
        problem.setType(URI.create("about:blank"));
        return problem;
    }
}
