package org.histogrid.dataset.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.ClientCallable;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dependency.NpmPackage;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.component.upload.UploadFormat;
import com.vaadin.flow.component.upload.UploadI18N;
import com.vaadin.flow.server.VaadinServletRequest;
import java.util.UUID;
import org.histogrid.base.Numbers;
import org.histogrid.base.ui.Failures;
import org.histogrid.dataset.UploadId;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.util.unit.DataSize;

/// Files from the browser to the disk, in pieces: a connection that breaks is taken up again by the browser. The
/// component shows the list; its requests are made by `resumable-upload.ts`. Each file that is refused keeps its line
/// with the reason; one that arrived leaves the list, as it then has a card.
@JsModule("./resumable-upload.ts")
@NpmPackage(value = "tus-js-client", version = "4.3.1")
class FileUpload extends Composite<Upload> {

    interface Receiver {
        void receive(UploadId upload);
    }

    private final transient Receiver receiver;

    FileUpload(DataSize most, Receiver receiver, Runnable changed) {
        this.receiver = receiver;
        var upload = getContent();
        upload.setUploadFormat(UploadFormat.RAW);
        upload.setUploadButton(new Button("Choose files"));
        upload.setDropLabel(new Span(
                "or drop them here: .npy, .npz, .safetensors, .pt, .h5, .parquet, .csv, .json, archives of them, each up to %s"
                        .formatted(inWords(most))));
        upload.setI18n(texts(most));
        // Each file that has arrived, whether others still come or not
        upload.getElement().addEventListener("upload-success", _ -> changed.run());
    }

    /// Each time: an element that was taken off the page comes back as a new one.
    @Override
    protected void onAttach(AttachEvent event) {
        getContent().getElement().executeJs("window.histogridSendInPieces(this)");
    }

    /// The token of the session as it is now: the page may be older than the last login.
    @ClientCallable
    String token() {
        var request = VaadinServletRequest.getCurrent().getHttpServletRequest();
        return request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token ? token.getToken() : "";
    }

    /// Called by the browser for each file that is all there; answers why it is refused, or nothing.
    @ClientCallable
    String take(String id) {
        try {
            receiver.receive(new UploadId(UUID.fromString(id)));
            return "";
        } catch (RuntimeException e) {
            return Failures.tell(e);
        }
    }

    /// As it was set, in units of 1024 that everybody calls by these names.
    private static String inWords(DataSize size) {
        return size.toGigabytes() > 0
                ? size.toGigabytes() + " GB"
                : size.toMegabytes() > 0 ? size.toMegabytes() + " MB" : Numbers.bytes(size.toBytes());
    }

    private static UploadI18N texts(DataSize most) {
        return new UploadI18N()
                .setUploading(new UploadI18N.Uploading()
                        .setStatus(new UploadI18N.Uploading.Status()
                                .setConnecting("Connecting")
                                .setStalled("Waiting for the connection. It goes on by itself.")
                                .setProcessing("Looking into it")
                                .setHeld("Waiting"))
                        .setRemainingTime(new UploadI18N.Uploading.RemainingTime()
                                .setPrefix("")
                                .setUnknown(""))
                        .setError(new UploadI18N.Uploading.Error()
                                .setServerUnavailable("The server did not answer. Choose the file again.")
                                .setUnexpectedServerError(Failures.UNEXPECTED)
                                .setForbidden("The file was refused.")
                                .setFileTooLarge("The file is larger than %s, the most that one upload may have."
                                        .formatted(inWords(most)))))
                .setFile(new UploadI18N.File()
                        .setRetry("Try again")
                        .setRemove("Remove")
                        .setStart("Start"));
    }
}
