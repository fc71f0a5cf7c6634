package org.histogrid.dataset;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.web.firewall.StrictHttpFirewall;

class NeuronAddressTest {

    private static final DatasetId ID = DatasetId.create();

    private static HookPoint point(int id, String site, @Nullable Integer layer, String token) {
        return new HookPoint(id, site, layer, "", token, "F32", 10, List.of(), 0, 0);
    }

    private static DatasetDetails with(HookPoint... points) {
        return new DatasetDetails(
                ID,
                "name",
                "model",
                "",
                "READY",
                1,
                List.of(),
                0,
                List.of(),
                "",
                Instant.EPOCH,
                List.of(points),
                List.of(),
                false);
    }

    private static Optional<HookPoint> find(DatasetDetails dataset, String path) {
        var uri = URI.create(path);
        var parts = uri.getRawPath().split("/", -1);
        assertThat(parts).as(path).hasSize(5);
        assertThat(parts[1]).isEqualTo(ID.toString());
        return NeuronAddress.hookPoint(
                dataset,
                parts[2],
                parts[3],
                Optional.ofNullable(uri.getQuery()).map(query -> query.substring("point=".length())));
    }

    @Test
    void plainSitesStandAsTheyAre() {
        var point = point(0, "blocks.0.hook_mlp_out", 32, "last");
        assertThat(NeuronAddress.path(with(point), point, 2021))
                .isEqualTo("datasets/%s/blocks.0.hook_mlp_out/32/2021".formatted(ID));
        var noLayer = point(0, "model/layers 3", null, "");
        assertThat(NeuronAddress.path(with(noLayer), noLayer, 7))
                .isEqualTo("datasets/%s/model~2Flayers~203/-/7".formatted(ID));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "blocks.0.hook_mlp_out",
                "model/layers 3",
                "..",
                ".",
                "../../..",
                "",
                " ",
                "-",
                "~",
                "~2F",
                "a%2Fb",
                "50%",
                "a+b",
                "a?point=3#x",
                "Schicht λ",
                "层",
                "🧠",
                "a;b=c",
                "a\\b",
                "a//b",
                "line\nbreak"
            })
    void addressLeadsBackAndPassesAServer(String site) {
        for (Integer layer : new Integer[] {null, 0, 31, -1}) {
            var point = point(4, site, layer, "last");
            var dataset = with(point(3, "other", layer, "last"), point, point(5, site, 77, "last"));
            var path = NeuronAddress.path(dataset, point, 9);
            assertThat(find(dataset, path)).contains(point);

            var request = new MockHttpServletRequest("GET", "/" + path);
            request.setServletPath("/" + path);
            assertThatCode(() -> new StrictHttpFirewall().getFirewalledRequest(request))
                    .doesNotThrowAnyException();
        }
    }

    /// Half a character is none, and no database takes it.
    private static boolean isText(String text) {
        return UTF_8.newEncoder().canEncode(text);
    }

    @Property
    void differentSitesHaveDifferentAddresses(@ForAll String one, @ForAll String other) {
        Assume.that(isText(one) && isText(other));
        var first = point(0, one, 1, "");
        var second = point(1, other, 1, "");
        var dataset = with(first, second);
        assertThat(find(dataset, NeuronAddress.path(dataset, first, 0))).contains(first);
        assertThat(find(dataset, NeuronAddress.path(dataset, second, 0))).contains(second);
    }

    @Test
    void hookPointsOfOnePlaceAreToldApartById() {
        var last = point(2, "resid_post", 3, "last");
        var mean = point(5, "resid_post", 3, "mean");
        var dataset = with(last, mean, point(6, "resid_post", 4, "last"));
        assertThat(NeuronAddress.path(dataset, mean, 1)).isEqualTo("datasets/%s/resid_post/3/1?point=5".formatted(ID));
        assertThat(find(dataset, NeuronAddress.path(dataset, mean, 1))).contains(mean);
        assertThat(find(dataset, NeuronAddress.path(dataset, last, 1))).contains(last);
        assertThat(NeuronAddress.hookPoint(dataset, "resid_post", "3", Optional.empty()))
                .contains(last);
        for (var wrong : List.of("6", "x", "")) {
            assertThat(NeuronAddress.hookPoint(dataset, "resid_post", "3", Optional.of(wrong)))
                    .isEmpty();
        }
    }

    @Test
    void whatLeadsNowhereIsEmptyAndTypedSitesAreTaken() {
        var dataset = with(point(0, "model layers", 3, ""));
        assertThat(NeuronAddress.hookPoint(dataset, "model layers", "3", Optional.empty()))
                .isPresent();
        for (var layer : List.of("-", "03", "4", "x", "")) {
            assertThat(NeuronAddress.hookPoint(dataset, "model~20layers", layer, Optional.empty()))
                    .isEmpty();
        }
        assertThat(NeuronAddress.hookPoint(dataset, "model", "3", Optional.empty()))
                .isEmpty();
    }

    @Test
    void encodedSiteIsPreferredToOneThatIsSpelledLikeIt() {
        var spelled = point(0, "a~20b", 1, "");
        var encoded = point(1, "a b", 1, "");
        var dataset = with(spelled, encoded);
        assertThat(find(dataset, NeuronAddress.path(dataset, spelled, 0))).contains(spelled);
        assertThat(find(dataset, NeuronAddress.path(dataset, encoded, 0))).contains(encoded);
    }
}
