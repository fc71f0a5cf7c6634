package org.histogrid.shell;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import jakarta.servlet.http.HttpServletResponse;
import org.histogrid.base.Denied;

@ParentLayout(MainLayout.class)
@PageTitle("Not allowed · Histogrid")
@AnonymousAllowed
class DeniedPage extends ProblemPage implements HasErrorParameter<Denied> {

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<Denied> parameter) {
        show(
                "Not allowed",
                String.valueOf(parameter.getException().getMessage()),
                "Ask the owner or an administrator.");
        return HttpServletResponse.SC_FORBIDDEN;
    }
}
