package org.histogrid.finding;

import java.io.Serializable;
import org.histogrid.base.BadInput;

/// What an author writes; `tag` names the type where it is [FindingType#OTHER], and is empty otherwise.
public record FindingText(FindingType type, String tag, String title, String body) implements Serializable {

    public static final int TAG_MAX_LENGTH = 40;
    public static final int TITLE_MAX_LENGTH = 200;
    public static final int BODY_MAX_LENGTH = 10_000;

    public FindingText {
        tag = type == FindingType.OTHER ? tag.strip() : "";
        title = title.strip();
        body = body.strip();
        if (type == FindingType.OTHER && tag.isEmpty()) {
            throw new BadInput("Name the tag of this finding.").forField("tag");
        }
        require(tag, 0, TAG_MAX_LENGTH, "tag");
        require(title, 1, TITLE_MAX_LENGTH, "title");
        require(body, 0, BODY_MAX_LENGTH, "body");
    }

    /// "Outlier", or the author's own tag.
    public String label() {
        return type == FindingType.OTHER ? tag : type.label();
    }

    private static void require(String text, int least, int most, String field) {
        if (text.length() < least || text.length() > most) {
            throw new BadInput("The %s of a finding has %d to %d characters.".formatted(field, least, most))
                    .forField(field);
        }
    }
}
