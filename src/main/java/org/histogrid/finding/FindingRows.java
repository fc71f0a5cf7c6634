package org.histogrid.finding;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface FindingRows extends Repository<FindingRow, UUID> {

    FindingRow saveAndFlush(FindingRow row);

    Optional<FindingRow> findById(UUID id);

    void delete(FindingRow row);

    @Query("""
            select f from FindingRow f
            where f.datasetId in :datasets and f.type in :types
              and (lower(f.title) like :pattern escape '!' or lower(f.body) like :pattern escape '!'
                   or lower(f.tag) like :pattern escape '!' or cast(f.neuron as string) = :text)
            order by f.changedAt desc, f.id
            """)
    List<FindingRow> search(
            Collection<UUID> datasets, Collection<FindingType> types, String pattern, String text, Limit limit);

    @Query("select f from FindingRow f where f.datasetId in :datasets and f.neuron in :neurons order by f.createdAt")
    List<FindingRow> findAround(Collection<UUID> datasets, Collection<Integer> neurons);

    @Query("""
            select f from FindingRow f
            where f.datasetId = :dataset and f.hookPoint = :hookPoint
            order by f.changedAt desc, f.id
            """)
    List<FindingRow> findAt(UUID dataset, int hookPoint, Limit limit);
}
