package org.histogrid.sharing;

import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.OrderingMode;
import org.hibernate.Session;
import org.hibernate.SessionCheckMode;
import org.histogrid.account.Member;
import org.histogrid.base.Denied;
import org.histogrid.base.NotFound;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Asked by every service before it shows or changes anything. What one may not see answers "not found".
@Service
@Transactional
public class Access {

    private final SharedThings things;
    private final EntityManager entities;

    Access(SharedThings things, EntityManager entities) {
        this.things = things;
        this.entities = entities;
    }

    public void register(Member owner, Thing thing, Visibility visibility) {
        things.save(new SharedThing(thing, owner, visibility));
    }

    public void forget(Viewer viewer, Thing thing) {
        requireEdit(viewer, thing);
        things.deleteById(SharedThing.Key.of(thing));
    }

    @Transactional(readOnly = true)
    public boolean maySee(Viewer viewer, Thing thing) {
        return things.findById(SharedThing.Key.of(thing))
                .filter(found -> found.maySee(viewer))
                .isPresent();
    }

    @Transactional(readOnly = true)
    public Sharing requireSee(Viewer viewer, Thing thing) {
        return visible(viewer, thing).describe(viewer);
    }

    /// For several things in one look: the first one that may not be seen answers "not found".
    @Transactional(readOnly = true)
    public void requireSeeAll(Viewer viewer, Collection<Thing> all) {
        if (visible(viewer, all).size() != Set.copyOf(all).size()) {
            throw notFound(all.iterator().next());
        }
    }

    @Transactional(readOnly = true)
    public Sharing requireEdit(Viewer viewer, Thing thing) {
        var found = visible(viewer, thing);
        if (!found.mayEdit(viewer)) {
            throw new Denied("Only the owner and administrators can change this %s."
                    .formatted(thing.kind().word()));
        }
        return found.describe(viewer);
    }

    public void changeVisibility(Viewer viewer, Thing thing, Visibility visibility) {
        requireEdit(viewer, thing);
        visible(viewer, thing).become(visibility);
    }

    /// The ids of a kind that one may see, with how they are shared.
    @Transactional(readOnly = true)
    public Map<UUID, Sharing> visible(Viewer viewer, Thing.Kind kind) {
        return switch (viewer) {
            case Viewer.Person(Member member) ->
                byId(things.findVisible(kind, member.id().value()), viewer);
            case Viewer.Reader reader ->
                visible(
                        viewer,
                        reader.reach().stream()
                                .filter(thing -> thing.kind() == kind)
                                .toList());
        };
    }

    /// Those of the given things that one may see, with how they are shared.
    @Transactional(readOnly = true)
    public Map<UUID, Sharing> visible(Viewer viewer, Collection<Thing> wanted) {
        return byId(load(wanted).stream().filter(thing -> thing.maySee(viewer)).toList(), viewer);
    }

    /// One query for those that this transaction has not asked for before, and none where it has asked for all:
    /// a grid asks for its datasets at each of its steps.
    private List<SharedThing> load(Collection<Thing> wanted) {
        var keys = wanted.stream().distinct().map(SharedThing.Key::of).toList();
        return entities
                .unwrap(Session.class)
                .findMultiple(SharedThing.class, keys, SessionCheckMode.ENABLED, OrderingMode.UNORDERED)
                .stream()
                .filter(Objects::nonNull)
                .toList();
    }

    private static Map<UUID, Sharing> byId(List<SharedThing> found, Viewer viewer) {
        return found.stream().collect(Collectors.toMap(SharedThing::id, thing -> thing.describe(viewer)));
    }

    private SharedThing visible(Viewer viewer, Thing thing) {
        return things.findById(SharedThing.Key.of(thing))
                .filter(found -> found.maySee(viewer))
                .orElseThrow(() -> notFound(thing));
    }

    private static NotFound notFound(Thing thing) {
        return new NotFound("This " + thing.kind().word());
    }
}
