package org.histogrid.dataset.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.component.upload.UploadFormat;
import com.vaadin.flow.component.upload.UploadI18N;
import com.vaadin.flow.server.streams.UploadEvent;
import com.vaadin.flow.server.streams.UploadHandler;
import java.io.IOException;
import java.io.InputStream;
import org.histogrid.base.ui.Failures;
import org.histogrid.base.ui.Figures;
import org.springframework.util.unit.DataSize;

/// Files from the browser straight to the disk: the body of each request is one file, read as it comes. Each file
/// that is refused keeps its line with the reason; one that arrived leaves the list, as it then has a card.
class FileUpload extends Composite<Upload> {

    interface Receiver {
        void receive(String name, InputStream in);
    }

    private static final String TELL_REASON = """
            this.addEventListener('upload-error', event => {
              try {
                const refused = JSON.parse(event.detail.xhr.response).rejected[0];
                event.detail.file.error = refused.reason;
              } catch {
                // Another kind of failure, for which the component has words
              }
            });
            this.addEventListener('upload-success', event => {
              setTimeout(() => { this.files = [...this.files].filter(file => file !== event.detail.file); });
            });
            """;

    FileUpload(DataSize most, Receiver receiver, Runnable changed) {
        var upload = getContent();
        upload.setUploadFormat(UploadFormat.RAW);
        upload.setUploadHandler(new Streaming(receiver));
        upload.setUploadButton(new Button("Choose files"));
        upload.setDropLabel(new Span("or drop them here: .npy, .csv, .tsv, each up to %s".formatted(inWords(most))));
        upload.setI18n(texts(most));
        upload.getElement().executeJs(TELL_REASON);
        // Each file that has arrived, whether others still come or not
        upload.getElement().addEventListener("upload-success", _ -> changed.run());
    }

    private record Streaming(Receiver receiver) implements UploadHandler {

        @Override
        public void handleUploadRequest(UploadEvent event) throws IOException {
            try {
                receiver.receive(event.getFileName(), event.getInputStream());
            } catch (RuntimeException e) {
                event.reject(Failures.tell(e));
            }
        }

        /// The limit is told by the one who writes the file, for all ways in.
        @Override
        public long getFileSizeMax() {
            return -1;
        }

        @Override
        public long getRequestSizeMax() {
            return -1;
        }
    }

    /// As it was set, in units of 1024 that everybody calls by these names.
    private static String inWords(DataSize size) {
        return size.toGigabytes() > 0
                ? size.toGigabytes() + " GB"
                : size.toMegabytes() > 0 ? size.toMegabytes() + " MB" : Figures.bytes(size.toBytes());
    }

    private static UploadI18N texts(DataSize most) {
        return new UploadI18N()
                .setUploading(new UploadI18N.Uploading()
                        .setStatus(new UploadI18N.Uploading.Status()
                                .setConnecting("Connecting")
                                .setStalled("Stalled")
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
