package org.histogrid.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class FigurePaletteTest {

    private static final Pattern COLOUR =
            Pattern.compile("--hg-class-(\\d): light-dark\\((#[0-9a-f]{6}), #[0-9a-f]{6}\\);");

    @Test
    void paperHasTheColoursOfTheScreenOnALightGround() throws IOException {
        assertThat(colours(":root")).isEqualTo(FigurePalette.FIGURE.colours());
        assertThat(colours("[data-palette='safe']")).isEqualTo(FigurePalette.SAFE.colours());
    }

    /// As written: the build takes the blanks out of what it packages.
    private static List<String> colours(String selector) throws IOException {
        var css = Files.readString(Path.of("src", "main", "resources", "META-INF", "resources", "styles", "base.css"));
        var start = css.indexOf(selector + " {");
        var block = css.substring(start, css.indexOf('}', start));
        return COLOUR.matcher(block)
                .results()
                .sorted(Comparator.comparing(found -> found.group(1)))
                .map(found -> found.group(2))
                .toList();
    }

    @Test
    void greysDifferFromEachOther() {
        assertThat(FigurePalette.GREY.colours()).doesNotHaveDuplicates().hasSize(8);
    }

    @Test
    void whatBelongsToNoClassIsInk() {
        assertThat(FigurePalette.SAFE.colour("--hg-marker")).isEqualTo("#3b4048");
        assertThat(FigurePalette.SAFE.colour("--hg-class-2")).isEqualTo("#c65300");
    }
}
