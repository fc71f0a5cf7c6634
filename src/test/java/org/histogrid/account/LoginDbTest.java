package org.histogrid.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.Locale;
import org.histogrid.IntegrationTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.core.session.SessionRegistry;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

@IntegrationTest
class LoginDbTest {

    @Autowired
    private WebApplicationContext context;

    @Autowired
    private TestPeople people;

    @Autowired
    private AccountService accounts;

    @Autowired
    private SessionRegistry sessions;

    private MockMvc web;
    private Member member;

    @BeforeEach
    void prepare() {
        web = MockMvcBuilders.webAppContextSetup(context)
                .apply(springSecurity())
                .build();
        member = people.member();
    }

    private ResultActions logIn(String password, MockHttpSession session, RequestPostProcessor token) throws Exception {
        return web.perform(post("/login")
                .session(session)
                .param("username", member.name())
                .param("password", password)
                .with(token));
    }

    private String afterLogin(String password) throws Exception {
        return String.valueOf(logIn(password, new MockHttpSession(), csrf())
                .andReturn()
                .getResponse()
                .getRedirectedUrl());
    }

    @Test
    void rightPasswordLogsInAndChangesTheSessionId() throws Exception {
        var session = new MockHttpSession();
        var before = session.getId();
        logIn(TestPeople.PASSWORD, session, csrf()).andExpect(redirectedUrl("/"));
        assertThat(session.getId()).isNotEqualTo(before);
    }

    @Test
    void nameIsTakenInAnyCase() throws Exception {
        web.perform(post("/login")
                        .param("username", " " + member.name().toUpperCase(Locale.ROOT))
                        .param("password", TestPeople.PASSWORD)
                        .with(csrf()))
                .andExpect(redirectedUrl("/"));
    }

    @Test
    void fiveWrongPasswordsLockEvenTheRightOneUntilAnAdministratorSetsAnother() throws Exception {
        for (var attempt = 0; attempt < 5; attempt++) {
            assertThat(afterLogin("wrong")).isEqualTo("/login?error");
        }
        assertThat(afterLogin(TestPeople.PASSWORD)).isEqualTo("/login?locked");

        accounts.resetPassword(people.admin(), member.id(), "another password");
        assertThat(afterLogin("another password")).isEqualTo("/");
    }

    @Test
    void changedRoleOrPasswordEndsTheSessionsOfThatPersonAndNoOthers() throws Exception {
        var session = new MockHttpSession();
        logIn(TestPeople.PASSWORD, session, csrf()).andExpect(redirectedUrl("/"));
        accounts.resetPassword(people.admin(), people.member().id(), "another password");
        assertThat(sessions.getSessionInformation(session.getId()).isExpired()).isFalse();

        accounts.changeRole(people.admin(), member.id(), Role.ADMIN);
        web.perform(get("/account").session(session)).andExpect(redirectedUrl("/login?expired"));
    }

    @Test
    void successForgetsFailures() throws Exception {
        for (var attempt = 0; attempt < 4; attempt++) {
            afterLogin("wrong");
        }
        assertThat(afterLogin(TestPeople.PASSWORD)).isEqualTo("/");
        afterLogin("wrong");
        assertThat(afterLogin(TestPeople.PASSWORD)).isEqualTo("/");
    }

    @Test
    void unknownNameIsToldLikeAWrongPassword() throws Exception {
        web.perform(post("/login")
                        .param("username", "nobody-of-this-name")
                        .param("password", "wrong")
                        .with(csrf()))
                .andExpect(redirectedUrl("/login?error"));
    }

    @Test
    void loginWithoutTheCsrfTokenIsRefused() throws Exception {
        var session = new MockHttpSession();
        logIn(TestPeople.PASSWORD, session, csrf().useInvalidToken()).andExpect(redirectedUrl("/login?expired"));
        assertThat(session.getAttribute("SPRING_SECURITY_CONTEXT")).isNull();
    }

    @Test
    void pagesNeedALogin() throws Exception {
        web.perform(get("/datasets").accept("text/html")).andExpect(redirectedUrl("/login"));
    }

    @Test
    void answersCarryTheHeadersThatProtectThem() throws Exception {
        web.perform(get("/datasets"))
                .andExpect(header().string("X-Content-Type-Options", "nosniff"))
                .andExpect(header().string("X-Frame-Options", "SAMEORIGIN"))
                .andExpect(header().string("Referrer-Policy", "same-origin"));
    }

    @Test
    void scriptsNeedATokenAndNoCookieWillDo() throws Exception {
        var session = new MockHttpSession();
        logIn(TestPeople.PASSWORD, session, csrf()).andExpect(redirectedUrl("/"));
        web.perform(get("/api/v1/me").session(session))
                .andExpect(status().isUnauthorized())
                .andExpect(header().string("WWW-Authenticate", "Bearer"));
        web.perform(get("/api/v1/me").header("Authorization", "Bearer hg_wrong"))
                .andExpect(status().isUnauthorized());
        web.perform(get("/api/v1/me").header("Authorization", "Bearer " + people.token(member)))
                .andExpect(status().isOk());
    }
}
