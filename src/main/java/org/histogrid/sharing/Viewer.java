package org.histogrid.sharing;

import java.io.Serializable;
import java.util.Set;
import org.histogrid.account.Member;
import org.histogrid.base.Denied;

/// Who asks: a person of the team, or somebody with no name who reaches certain things and may only look at them.
public sealed interface Viewer extends Serializable {

    /// A member, logged in or acting by a token.
    record Person(Member member) implements Viewer {}

    /// Whoever came by a share link, or looks at a dataset through a project that shows it.
    record Reader(Set<Thing> reach) implements Viewer {
        public Reader {
            reach = Set.copyOf(reach);
        }
    }

    static Viewer of(Member member) {
        return new Person(member);
    }

    /// The member who asks; only people with a name make and change things.
    default Member member() {
        if (this instanceof Person(Member member)) {
            return member;
        }
        throw new Denied("Log in to do this.");
    }
}
