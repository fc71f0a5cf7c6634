package org.histogrid.dataset;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface HookPoints extends Repository<HookPointRow, HookPointRow.Key> {

    HookPointRow save(HookPointRow row);

    List<HookPointRow> findByKeyDatasetIdInAndReadyTrueOrderByKeyId(Collection<UUID> datasets);
}
