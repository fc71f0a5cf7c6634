package org.histogrid.dataset;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface HookPoints extends Repository<HookPointRow, HookPointRow.Key> {

    HookPointRow save(HookPointRow row);

    List<HookPointRow> findByKeyDatasetIdInAndPendingIsNullOrderByKeyId(Collection<UUID> datasets);

    @Query("select coalesce(max(h.key.id), -1) + 1 from HookPointRow h where h.key.datasetId = :dataset")
    int nextId(UUID dataset);

    @Modifying
    @Query("delete from HookPointRow h where h.pending = :job")
    void deleteByPending(UUID job);
}
