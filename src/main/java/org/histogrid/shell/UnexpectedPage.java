package org.histogrid.shell;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import jakarta.servlet.http.HttpServletResponse;
import org.histogrid.base.ui.Failures;

@ParentLayout(MainLayout.class)
@PageTitle("Error · Histogrid")
@AnonymousAllowed
class UnexpectedPage extends ProblemPage implements HasErrorParameter<Exception> {

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<Exception> parameter) {
        show(
                "This page could not be shown",
                Failures.tell(parameter.getException()),
                "If it happens again, tell an administrator what you did.");
        return HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
    }
}
