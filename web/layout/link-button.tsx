import { Button } from "antd";
import { createLink } from "@tanstack/react-router";

/** Looks like a button, leads to a page: it can be opened in another tab. */
export const LinkButton = createLink(Button);
