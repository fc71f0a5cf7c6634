package org.histogrid.api;

import java.util.UUID;
import org.histogrid.base.NotFound;
import org.histogrid.dataset.DatasetId;
import org.histogrid.dataset.ImportId;
import org.histogrid.dataset.LabelingId;
import org.histogrid.dataset.UploadId;
import org.histogrid.project.ProjectId;

/// Ids out of paths and documents: what is no id cannot be found either.
final class Ids {

    private Ids() {}

    static DatasetId dataset(String text) {
        return new DatasetId(uuid(text, "This dataset"));
    }

    static ImportId imported(String text) {
        return new ImportId(uuid(text, "This import"));
    }

    static UploadId upload(String text) {
        return new UploadId(uuid(text, "This upload"));
    }

    static ProjectId project(String text) {
        return new ProjectId(uuid(text, "This project"));
    }

    static LabelingId labeling(String text) {
        return new LabelingId(uuid(text, "This labeling"));
    }

    static int hookPoint(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new NotFound("This hook point");
        }
    }

    static UUID uuid(String text, String what) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new NotFound(what);
        }
    }
}
