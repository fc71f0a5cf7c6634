package org.histogrid.sharing;

import org.histogrid.account.CurrentMember;
import org.springframework.stereotype.Component;

/// The member of this request, as one who asks to see things.
@Component
public class CurrentViewer {

    private final CurrentMember member;

    CurrentViewer(CurrentMember member) {
        this.member = member;
    }

    public Viewer get() {
        return Viewer.of(member.get());
    }
}
