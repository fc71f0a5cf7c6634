package org.histogrid.api;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.Optional;
import org.histogrid.base.BadInput;
import org.histogrid.base.TooLarge;
import org.histogrid.dataset.ResumableUploads;
import org.histogrid.dataset.UploadChecksum;
import org.histogrid.dataset.UploadStatus;
import org.histogrid.sharing.CurrentViewer;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/// The tus protocol, version 1.0.0, with creation, termination, expiration and checksum: for scripts by token below
/// `/api`, for the import page by its session at `/uploads`.
@RestController
@RequestMapping({"/api/v1/uploads", "/uploads"})
class UploadController {

    private static final String VERSION = "1.0.0";
    private static final String RESUMABLE = "Tus-Resumable";
    private static final String OFFSET = "Upload-Offset";
    private static final String LENGTH = "Upload-Length";
    private static final String METADATA = "Upload-Metadata";
    private static final String CHECKSUM = "Upload-Checksum";
    private static final String EXPIRES = "Upload-Expires";
    private static final String OVERRIDE = "X-HTTP-Method-Override";
    private static final String PIECE = "application/offset+octet-stream";

    private final ResumableUploads uploads;
    private final CurrentViewer viewer;

    UploadController(ResumableUploads uploads, CurrentViewer viewer) {
        this.uploads = uploads;
        this.viewer = viewer;
    }

    /// Before each request: both sides must speak the same version.
    @ModelAttribute
    void checkVersion(HttpServletRequest request, HttpServletResponse response) {
        response.setHeader(RESUMABLE, VERSION);
        if (!RequestMethod.OPTIONS.name().equals(request.getMethod())
                && !VERSION.equals(request.getHeader(RESUMABLE))) {
            response.setHeader("Tus-Version", VERSION);
            throw new ResponseStatusException(
                    HttpStatus.PRECONDITION_FAILED, "Send the header %s: %s.".formatted(RESUMABLE, VERSION));
        }
    }

    @Operation(summary = "What this server can do with files that are sent in pieces (tus 1.0.0)")
    @RequestMapping(method = RequestMethod.OPTIONS)
    ResponseEntity<Void> options() {
        return ResponseEntity.noContent()
                .header("Tus-Version", VERSION)
                .header("Tus-Extension", "creation,termination,expiration,checksum")
                .header("Tus-Max-Size", Long.toString(uploads.most()))
                .header("Tus-Checksum-Algorithm", String.join(",", UploadChecksum.algorithms()))
                .build();
    }

    @Operation(summary = "Begins a file that is sent in pieces; its name is the `filename` of the metadata")
    @PostMapping
    ResponseEntity<Void> create(
            HttpServletRequest request,
            @RequestHeader(LENGTH) long length,
            @RequestHeader(name = METADATA, defaultValue = "") String metadata) {
        var status = uploads.create(viewer.get(), fileName(metadata), metadata, length);
        // Without the host, which a proxy may have changed
        var location = request.getRequestURI().replaceFirst("/$", "") + "/" + status.id();
        return ResponseEntity.created(URI.create(location))
                .header(EXPIRES, expires(status))
                .build();
    }

    @Operation(summary = "How many bytes have come: where the next piece begins")
    @RequestMapping(path = "/{id}", method = RequestMethod.HEAD)
    ResponseEntity<Void> find(@PathVariable String id) {
        var status = uploads.find(viewer.get(), Ids.upload(id));
        var answer = ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .header(OFFSET, Long.toString(status.offset()))
                .header(LENGTH, Long.toString(status.length()))
                .header(EXPIRES, expires(status));
        return (status.metadata().isEmpty() ? answer : answer.header(METADATA, status.metadata())).build();
    }

    @Operation(summary = "Adds a piece that begins at Upload-Offset")
    @PatchMapping(path = "/{id}", consumes = PIECE)
    ResponseEntity<Void> append(
            HttpServletRequest request,
            @PathVariable String id,
            @RequestHeader(OFFSET) long offset,
            @RequestHeader(name = CHECKSUM, required = false) Optional<String> checksum)
            throws IOException {
        var me = viewer.get();
        var upload = Ids.upload(id);
        var expected = checksum.map(UploadChecksum::parse);
        var before = uploads.find(me, upload);
        if (before.offset() == offset && request.getContentLengthLong() > before.length() - offset) {
            throw new TooLarge("%s is to have %d bytes, and this piece goes beyond them."
                    .formatted(before.name(), before.length()));
        }
        var status = uploads.append(me, upload, offset, request.getInputStream(), expected);
        return ResponseEntity.noContent()
                .header(OFFSET, Long.toString(status.offset()))
                .header(EXPIRES, expires(status))
                .build();
    }

    @Operation(hidden = true)
    @PostMapping(path = "/{id}", consumes = PIECE, headers = OVERRIDE + "=PATCH")
    ResponseEntity<Void> appendByPost(
            HttpServletRequest request,
            @PathVariable String id,
            @RequestHeader(OFFSET) long offset,
            @RequestHeader(name = CHECKSUM, required = false) Optional<String> checksum)
            throws IOException {
        return append(request, id, offset, checksum);
    }

    @Operation(summary = "Throws the file away")
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable String id) {
        uploads.delete(viewer.get(), Ids.upload(id));
    }

    @Operation(hidden = true)
    @PostMapping(path = "/{id}", headers = OVERRIDE + "=DELETE")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void deleteByPost(@PathVariable String id) {
        delete(id);
    }

    private static String expires(UploadStatus status) {
        return DateTimeFormatter.RFC_1123_DATE_TIME.format(status.expires().atOffset(ZoneOffset.UTC));
    }

    /// `filename BASE64` among pairs that commas separate.
    private static String fileName(String metadata) {
        for (var pair : metadata.split(",", -1)) {
            var parts = pair.strip().split(" +", 2);
            if (parts.length == 2 && parts[0].equals("filename")) {
                return decode(parts[1]);
            }
        }
        throw new BadInput("Name the file: %s: filename, a blank, and the name in Base64.".formatted(METADATA));
    }

    private static String decode(String base64) {
        try {
            return new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new BadInput("The file's name in %s is no Base64.".formatted(METADATA), e);
        }
    }
}
