package org.histogrid.dataset;

import java.util.stream.Collectors;
import org.histogrid.account.AccountService;
import org.histogrid.base.Denied;
import org.histogrid.base.Slice;
import org.histogrid.dataset.ImportStatus.State;
import org.histogrid.sharing.Viewer;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What this installation has done and does, for administrators.
@Service
@Transactional(readOnly = true)
public class JobService {

    private final ImportJobs jobs;
    private final AccountService accounts;

    JobService(ImportJobs jobs, AccountService accounts) {
        this.jobs = jobs;
        this.accounts = accounts;
    }

    /// Imports of everybody, newest first; drafts are their owners' alone.
    public Slice<ImportLine> imports(Viewer viewer, int offset, int limit) {
        requireAdmin(viewer);
        var found = jobs.findByStateNotOrderByCreatedAtDescIdAsc(State.DRAFT, new FromOffset(offset, limit));
        var names = accounts.names(found.stream().map(ImportJob::createdBy).collect(Collectors.toSet()));
        return new Slice<>(
                found.stream()
                        .map(job -> new ImportLine(job.toStatus(), names.getOrDefault(job.createdBy(), "")))
                        .toList(),
                offset,
                jobs.countByStateNot(State.DRAFT));
    }

    private static void requireAdmin(Viewer viewer) {
        if (!viewer.member().isAdmin()) {
            throw new Denied("Only an administrator can do this.");
        }
    }
}
