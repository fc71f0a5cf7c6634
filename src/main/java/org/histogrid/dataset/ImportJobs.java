package org.histogrid.dataset;

import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface ImportJobs extends Repository<ImportJob, UUID> {

    ImportJob save(ImportJob job);

    Optional<ImportJob> findById(UUID id);

    /// Locked for a change: several files of one import may arrive at once.
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    Optional<ImportJob> findForUpdateById(UUID id);

    void delete(ImportJob job);

    List<ImportJob> findByStateInOrderByCreatedAt(Collection<ImportStatus.State> states);

    List<ImportJob> findByStateNotOrderByCreatedAtDescIdAsc(ImportStatus.State state, Pageable page);

    long countByStateNot(ImportStatus.State state);

    List<ImportJob> findByStateAndCreatedAtBefore(ImportStatus.State state, Instant before);

    List<ImportJob> findTop1ByCreatedByAndStateOrderByCreatedAtDesc(UUID createdBy, ImportStatus.State state);

    List<ImportJob> findTop1ByDatasetIdAndState(UUID datasetId, ImportStatus.State state);

    @Modifying
    @Query("update ImportJob j set j.cancelRequested = true where j.id = :id")
    void requestCancel(UUID id);

    @Modifying
    @Query("update ImportJob j set j.done = :done where j.id = :id")
    void recordProgress(UUID id, long done);

    /// Of the last larger imports; small ones tell of their overhead only.
    @Query(nativeQuery = true, value = """
                    select sum(done.total) / nullif(sum(extract(epoch from done.finished_at - done.started_at)), 0)
                    from (select total, started_at, finished_at from import_job
                          where state = 'SUCCEEDED' and started_at is not null and total > 50000000
                          order by finished_at desc limit 20) as done
                    """)
    Optional<Double> bytesPerSecond();

    @Query("select j.cancelRequested from ImportJob j where j.id = :id")
    boolean isCancelRequested(UUID id);
}
