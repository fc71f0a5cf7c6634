package org.histogrid.dataset.ui;

import com.vaadin.flow.component.HasValidation;

/// A form that shows what is wrong with it in one place inside.
interface DelegatedValidation extends HasValidation {

    /// The place.
    HasValidation validated();

    @Override
    default void setErrorMessage(String message) {
        validated().setErrorMessage(message);
    }

    @Override
    default String getErrorMessage() {
        return validated().getErrorMessage();
    }

    @Override
    default void setInvalid(boolean invalid) {
        validated().setInvalid(invalid);
    }

    @Override
    default boolean isInvalid() {
        return validated().isInvalid();
    }
}
