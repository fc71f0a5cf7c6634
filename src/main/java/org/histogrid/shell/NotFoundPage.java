package org.histogrid.shell;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import jakarta.servlet.http.HttpServletResponse;
import org.histogrid.base.NotFound;

@ParentLayout(MainLayout.class)
@PageTitle("Not found · Histogrid")
@AnonymousAllowed
class NotFoundPage extends ProblemPage implements HasErrorParameter<NotFound> {

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<NotFound> parameter) {
        show(
                "Not found",
                String.valueOf(parameter.getException().getMessage()),
                "It was deleted, or it is not shared with you.");
        return HttpServletResponse.SC_NOT_FOUND;
    }
}
