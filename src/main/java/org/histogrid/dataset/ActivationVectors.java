package org.histogrid.dataset;

import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface ActivationVectors extends Repository<ActivationVector, ActivationVector.Key> {

    /// Any neurons of any datasets in one query; the three arrays run in parallel.
    @Query(nativeQuery = true, value = """
            select v.* from activation_vector v
            join unnest(cast(:datasets as uuid[]), cast(:hookPoints as integer[]), cast(:neurons as integer[]))
                as wanted (dataset_id, hook_point, neuron)
                using (dataset_id, hook_point, neuron)
            """)
    List<ActivationVector> findAll(UUID[] datasets, Integer[] hookPoints, Integer[] neurons);
}
