package org.histogrid.sharing;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface SharedThings extends Repository<SharedThing, SharedThing.Key> {

    SharedThing save(SharedThing thing);

    Optional<SharedThing> findById(SharedThing.Key key);

    void deleteById(SharedThing.Key key);

    @Query("select t from SharedThing t where t.key.kind = :kind and (t.ownerId = :member or t.visibility = 'TEAM')")
    List<SharedThing> findVisible(Thing.Kind kind, UUID member);
}
