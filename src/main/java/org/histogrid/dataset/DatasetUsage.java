package org.histogrid.dataset;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.histogrid.sharing.Viewer;

/// Asked by this package, answered by those that build on it: who uses a dataset.
public interface DatasetUsage {

    /// Names of the users of a dataset that the viewer may see, and a count of those he may not.
    Usage of(Viewer viewer, DatasetId dataset);

    /// The same for those that use one of its labelings.
    Usage of(Viewer viewer, DatasetId dataset, LabelingId labeling);

    /// Number of users for each dataset of a list, in one query.
    Map<DatasetId, Integer> count(Collection<DatasetId> datasets);

    record Usage(List<User> visible, int hidden) {
        public Usage {
            visible = List.copyOf(visible);
        }

        public int total() {
            return visible.size() + hidden;
        }
    }

    /// `path` is relative to the application.
    record User(String name, String path) {}
}
