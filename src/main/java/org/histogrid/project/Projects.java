package org.histogrid.project;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface Projects extends Repository<Project, UUID> {

    Project saveAndFlush(Project project);

    void delete(Project project);

    @Query("select p from Project p left join fetch p.rows where p.id = :id")
    Optional<Project> findWithRows(UUID id);

    @Query("""
            select distinct p from Project p left join fetch p.rows
            where p.id in :ids
              and (lower(p.name) like :pattern escape '!' or lower(p.description) like :pattern escape '!')
            order by p.changedAt desc, p.id
            """)
    List<Project> search(Collection<UUID> ids, String pattern);

    record UserRow(UUID id, String name) {}

    @Query("""
            select distinct new org.histogrid.project.Projects$UserRow(p.id, p.name)
            from Project p join p.rows r where r.datasetId = :dataset order by p.name
            """)
    List<UserRow> findUsers(UUID dataset);

    @Query("""
            select distinct new org.histogrid.project.Projects$UserRow(p.id, p.name)
            from Project p join p.rows r where r.datasetId = :dataset and r.labelingId = :labeling order by p.name
            """)
    List<UserRow> findUsers(UUID dataset, UUID labeling);

    record UseCount(UUID dataset, long projects) {}

    @Query("""
            select new org.histogrid.project.Projects$UseCount(r.datasetId, count(distinct p.id))
            from Project p join p.rows r where r.datasetId in :datasets group by r.datasetId
            """)
    List<UseCount> countUsers(Collection<UUID> datasets);
}
