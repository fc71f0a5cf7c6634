package org.histogrid.api;

import java.util.Locale;
import org.histogrid.account.CurrentMember;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/me")
class MeController {

    record Me(String name, String role) {}

    private final CurrentMember member;

    MeController(CurrentMember member) {
        this.member = member;
    }

    @GetMapping
    Me me() {
        var me = member.get();
        return new Me(me.name(), me.role().name().toUpperCase(Locale.ROOT));
    }
}
