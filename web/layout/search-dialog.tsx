import { Input, Modal } from "antd";
import { Link, useNavigate } from "@tanstack/react-router";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useAsk } from "../api/ask.ts";
import { graphql } from "../generated/gql.ts";
import { Icon, type IconName } from "./icons.tsx";
import { useMenu } from "./menu.tsx";

const Applications = graphql(/* GraphQL */ `
  query FindApplications($search: String!) {
    found: applications(first: 5, search: $search) {
      nodes {
        id
        name
      }
    }
  }
`);
const Instances = graphql(/* GraphQL */ `
  query FindInstances($search: String!) {
    found: instances(first: 5, search: $search) {
      nodes {
        id
        name
      }
    }
  }
`);
const Environments = graphql(/* GraphQL */ `
  query FindEnvironments($search: String!) {
    found: environments(first: 5, search: $search) {
      nodes {
        id
        name
      }
    }
  }
`);
const Users = graphql(/* GraphQL */ `
  query FindUsers($search: String!) {
    found: users(first: 5, search: $search) {
      nodes {
        id
        name
      }
    }
  }
`);
const Groups = graphql(/* GraphQL */ `
  query FindGroups($search: String!) {
    found: groups(first: 5, search: $search) {
      nodes {
        id
        name
      }
    }
  }
`);
const Policies = graphql(/* GraphQL */ `
  query FindPolicies($search: String!) {
    found: policies(first: 5, search: $search) {
      nodes {
        id
        name
      }
    }
  }
`);

type Kind = "applications" | "instances" | "environments" | "users" | "groups" | "policies";
const kinds = {
  applications: { document: Applications, icon: "applications", path: "/applications/" },
  instances: { document: Instances, icon: "component", path: "/instances/" },
  environments: { document: Environments, icon: "environments", path: "/environments/" },
  users: { document: Users, icon: "person", path: "/users/" },
  groups: { document: Groups, icon: "people", path: "/groups/" },
  policies: { document: Policies, icon: "shield", path: "/policies/" },
} as const satisfies Record<Kind, { document: typeof Applications; icon: IconName; path: string }>;

type Found = { id: string; name: string };
type Props = { close: () => void };

/** Pages at once, things as soon as the server has found them; each kind for itself, as far as one may see it. */
export default function SearchDialog({ close }: Props) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [typed, setTyped] = useState("");
  const search = useSettled(typed.trim());
  const list = useRef<HTMLDivElement>(null);
  const pages = useMenu()
    .flatMap(({ text, to, icon, rooms }) => [...(to ? [{ to, text, icon }] : []), ...(rooms ?? [])])
    .filter(({ text }) => text.toLowerCase().includes(typed.trim().toLowerCase()));
  const move = (event: KeyboardEvent) => {
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
    const links = [...(list.current?.querySelectorAll("a") ?? [])];
    const at = links.indexOf(document.activeElement as HTMLAnchorElement);
    const next = links[at + (event.key === "ArrowDown" ? 1 : -1)];
    event.preventDefault();
    next?.focus();
  };
  return (
    <Modal open footer={null} onCancel={close} title={t("layout.search.title")} width={620} destroyOnHidden>
      <div onKeyDown={move}>
        <Input
          autoFocus
          allowClear
          size="large"
          prefix={<Icon name="search" />}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          placeholder={t("layout.search.placeholder")}
          aria-label={t("layout.search.title")}
          onPressEnter={() => {
            const first = list.current?.querySelector("a");
            if (!first) return;
            void navigate({ to: first.getAttribute("href")! });
            close();
          }}
        />
        <div ref={list} className="found">
          {pages.length > 0 && (
            <section>
              <h3>{t("layout.search.pages")}</h3>
              <ul className="plain">
                {pages.map(({ to, text, icon }) => (
                  <li key={to}>
                    <Link to={to} onClick={close}>
                      <Icon name={icon} /> {text}
                    </Link>
                  </li>
                ))}
              </ul>
            </section>
          )}
          {search.length >= 2 &&
            (Object.keys(kinds) as Kind[]).map((kind) => (
              <OfKind key={kind} kind={kind} search={search} close={close} />
            ))}
        </div>
      </div>
    </Modal>
  );
}

/** The last that was typed, once it stays so for a moment. */
function useSettled(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), 200);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}

function OfKind({ kind, search, close }: Props & { kind: Kind; search: string }) {
  const { t } = useTranslation();
  const { document, icon, path } = kinds[kind];
  const found: Found[] = useAsk(document as typeof Applications, { search }).data?.found.nodes ?? [];
  if (found.length === 0) return null;
  return (
    <section>
      <h3>{t(`layout.search.${kind}`)}</h3>
      <ul className="plain">
        {found.map(({ id, name }) => (
          <li key={id}>
            <Link to={`${path}${id}` as "/"} onClick={close}>
              <Icon name={icon} /> {name}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
