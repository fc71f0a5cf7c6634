package org.histogrid.dataset;

import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface LabelingRows extends Repository<LabelingRow, LabelingRow.Key> {

    /// What a list needs of a labeling: all but its codes, which are a byte for each sample.
    record Head(UUID datasetId, UUID id, String name, String rule, String classes) {}

    LabelingRow saveAndFlush(LabelingRow row);

    void flush();

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    Optional<LabelingRow> findForUpdateByKey(LabelingRow.Key key);

    @Query("""
            select new org.histogrid.dataset.LabelingRows$Head(l.key.datasetId, l.key.id, l.name, l.rule, l.classes)
            from LabelingRow l where l.key.datasetId in :datasets order by l.createdAt, l.name
            """)
    List<Head> findHeads(Collection<UUID> datasets);

    /// The codes, the classes they count into, and the rule that made them.
    record Codes(byte[] codes, String name, String rule, String classes) {}

    @Query("""
            select new org.histogrid.dataset.LabelingRows$Codes(l.codes, l.name, l.rule, l.classes)
            from LabelingRow l where l.key.datasetId = :dataset and l.key.id = :id
            """)
    Optional<Codes> findCodes(UUID dataset, UUID id);

    long deleteByKey(LabelingRow.Key key);
}
