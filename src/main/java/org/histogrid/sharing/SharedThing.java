package org.histogrid.sharing;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.UUID;
import org.histogrid.account.AccountId;
import org.histogrid.account.Member;

@Entity
@Table(name = "shared_thing")
class SharedThing {

    @Embeddable
    record Key(
            @Enumerated(EnumType.STRING) @Column(name = "kind")
            Thing.Kind kind,

            @Column(name = "id") UUID id) implements Serializable {

        static Key of(Thing thing) {
            return new Key(thing.kind(), thing.id());
        }
    }

    @EmbeddedId
    private Key key = new Key(Thing.Kind.DATASET, new UUID(0, 0));

    @Column(name = "owner_id")
    private UUID ownerId = new UUID(0, 0);

    @Enumerated(EnumType.STRING)
    @Column(name = "visibility")
    private Visibility visibility = Visibility.PRIVATE;

    protected SharedThing() {}

    SharedThing(Thing thing, Member owner, Visibility visibility) {
        this.key = Key.of(thing);
        this.ownerId = owner.id().value();
        this.visibility = visibility;
    }

    UUID id() {
        return key.id();
    }

    void become(Visibility newVisibility) {
        visibility = newVisibility;
    }

    /// The one rule: the owner and, for things of the team, every member may see; the owner and,
    /// for things of the team, administrators may change.
    boolean maySee(Viewer viewer) {
        return switch (viewer) {
            case Viewer.Person(Member member) -> isOwner(member) || visibility == Visibility.TEAM;
            case Viewer.Reader reader -> reader.reach().contains(new Thing(key.kind(), key.id()));
        };
    }

    boolean mayEdit(Viewer viewer) {
        return viewer instanceof Viewer.Person(Member member)
                && maySee(viewer)
                && (isOwner(member) || member.isAdmin());
    }

    Sharing describe(Viewer viewer) {
        var mine = viewer instanceof Viewer.Person(Member member) && isOwner(member);
        return new Sharing(new AccountId(ownerId), visibility, mine, mayEdit(viewer));
    }

    private boolean isOwner(Member member) {
        return member.id().value().equals(ownerId);
    }
}
