package org.histogrid.dataset;

import java.util.Optional;
import org.histogrid.base.Denied;
import org.histogrid.base.NotFound;
import org.histogrid.dataset.ImportStatus.State;
import org.histogrid.sharing.Access;
import org.histogrid.sharing.Viewer;
import org.springframework.stereotype.Component;

/// Finds imports for those who may see or change them: a draft is its owner's alone, and once it runs, the team
/// sees it.
@Component
class ImportAccess {

    private final ImportJobs jobs;
    private final Access access;

    ImportAccess(ImportJobs jobs, Access access) {
        this.jobs = jobs;
        this.access = access;
    }

    ImportJob visible(Viewer viewer, ImportId id) {
        return visible(viewer, jobs.findById(id.value()));
    }

    /// Its owner and administrators may cancel what they see.
    ImportJob cancellable(Viewer viewer, ImportId id) {
        var job = visible(viewer, id);
        if (!isOwn(viewer, job) && !viewer.member().isAdmin()) {
            throw new Denied("Only its owner and administrators can cancel this import.");
        }
        return job;
    }

    ImportJob own(Viewer viewer, ImportId id) {
        return own(viewer, visible(viewer, id));
    }

    /// Locked until the end of the transaction: several files of one import may arrive at once.
    ImportJob ownForUpdate(Viewer viewer, ImportId id) {
        return own(viewer, visible(viewer, jobs.findForUpdateById(id.value())));
    }

    Optional<ImportJob> lastDraft(Viewer viewer) {
        return jobs
                .findTop1ByCreatedByAndStateOrderByCreatedAtDesc(
                        viewer.member().id().value(), State.DRAFT)
                .stream()
                .findFirst();
    }

    /// What a dataset came from, for every member who may see it.
    Optional<ImportJob> thatMade(Viewer viewer, DatasetId dataset) {
        viewer.member();
        access.requireSee(viewer, dataset.asThing());
        return jobs.findTop1ByDatasetIdAndState(dataset.value(), State.SUCCEEDED).stream()
                .findFirst();
    }

    private static ImportJob own(Viewer viewer, ImportJob job) {
        if (!isOwn(viewer, job)) {
            throw new Denied("Only its owner can change this import.");
        }
        return job;
    }

    private static ImportJob visible(Viewer viewer, Optional<ImportJob> found) {
        var member = viewer.member();
        return found.filter(job -> job.state() != State.DRAFT || job.createdBy().equals(member.id()))
                .orElseThrow(() -> new NotFound("This import"));
    }

    private static boolean isOwn(Viewer viewer, ImportJob job) {
        return job.createdBy().equals(viewer.member().id());
    }
}
