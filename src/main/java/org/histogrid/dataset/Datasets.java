package org.histogrid.dataset;

import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface Datasets extends Repository<Dataset, UUID> {

    Dataset save(Dataset dataset);

    void flush();

    Optional<Dataset> findByIdAndState(UUID id, Dataset.State state);

    Optional<Dataset> findById(UUID id);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    Optional<Dataset> findForUpdateById(UUID id);

    void deleteById(UUID id);

    @Query("""
            select d from Dataset d
            where d.state = 'READY' and d.id in :ids
              and (lower(d.name) like :pattern escape '!' or lower(d.model) like :pattern escape '!'
                   or lower(d.description) like :pattern escape '!')
            order by d.createdAt desc, d.id
            """)
    List<Dataset> search(Collection<UUID> ids, String pattern, Pageable page);

    @Query("""
            select count(d) from Dataset d
            where d.state = 'READY' and d.id in :ids
              and (lower(d.name) like :pattern escape '!' or lower(d.model) like :pattern escape '!'
                   or lower(d.description) like :pattern escape '!')
            """)
    long countMatches(Collection<UUID> ids, String pattern);

    /// Those made of a file of these SHA-256, newest first.
    @Query(nativeQuery = true, value = """
                    select * from dataset d
                    where d.state = 'READY' and d.id in (:ids)
                      and d.sources @> any (select jsonb_build_array(jsonb_build_object('sha256', one))
                                            from unnest(cast(:sha256 as text[])) as one)
                    order by d.created_at desc, d.id
                    """)
    List<Dataset> findBySources(Collection<UUID> ids, String[] sha256);

    List<Dataset> findAllByIdInAndState(Collection<UUID> ids, Dataset.State state);
}
