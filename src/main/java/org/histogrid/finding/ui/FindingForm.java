package org.histogrid.finding.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.shared.HasValidationProperties;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import org.histogrid.base.BadInput;
import org.histogrid.finding.FindingText;
import org.histogrid.finding.FindingType;

/// The fields of a finding.
final class FindingForm extends Composite<Div> {

    private final Select<FindingType> type = new Select<>();
    private final TextField tag = new TextField("Tag");
    private final TextField title = new TextField("Title");
    private final TextArea body = new TextArea("Text");

    FindingForm() {
        type.setLabel("Type");
        type.setItems(FindingType.values());
        type.setItemLabelGenerator(one -> one == FindingType.OTHER ? "Other, with a tag" : one.label());
        type.addValueChangeListener(event -> tag.setVisible(event.getValue() == FindingType.OTHER));
        tag.setMaxLength(FindingText.TAG_MAX_LENGTH);
        tag.setVisible(false);
        title.setMaxLength(FindingText.TITLE_MAX_LENGTH);
        title.setHelperText("What you see, in one line");
        title.setRequiredIndicatorVisible(true);
        body.setMaxLength(FindingText.BODY_MAX_LENGTH);
        List.<HasStyle>of(type, tag, title, body).forEach(field -> field.addClassName("hg-wide"));
        type.setValue(FindingType.OUTLIER);
        getContent().addClassName("hg-fields");
        getContent().add(type, tag, title, body);
    }

    void show(FindingText text) {
        type.setValue(text.type());
        tag.setValue(text.tag());
        title.setValue(text.title());
        body.setValue(text.body());
    }

    void focus() {
        title.focus();
    }

    /// What was typed.
    ///
    /// @throws BadInput when it is no finding
    FindingText read() {
        tag.setInvalid(false);
        title.setInvalid(false);
        body.setInvalid(false);
        return new FindingText(type.getValue(), tag.getValue(), title.getValue(), body.getValue());
    }

    /// Shows a refusal at the field it is about.
    void show(BadInput refusal) {
        var field = switch (refusal.field().orElse("")) {
            case "tag" -> tag;
            case "body" -> body;
            default -> title;
        };
        var words = title.isEmpty() && field == title ? "Give the finding a title." : refusal.getMessage();
        fail(field, String.valueOf(words));
    }

    private static void fail(HasValidationProperties field, String sentence) {
        field.setErrorMessage(sentence);
        field.setInvalid(true);
    }
}
