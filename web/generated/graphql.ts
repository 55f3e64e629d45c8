/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
export type CreateApplicationInput = {
  /** What it is for */
  description?: string | null | undefined;
  /** Unique in the project */
  name: string;
};

export type DeleteApplicationInput = {
  /** The id of the application */
  applicationId: string;
};

export type ListApplicationsOrderBy =
  | 'created'
  | 'name';

export type UpdateApplicationInput = {
  /** The id of the application */
  applicationId: string;
  /** What it is for */
  description?: string | null | undefined;
  /** A new name, unique in the project */
  name?: string | null | undefined;
};

export type CreateApplicationMutationVariables = Exact<{
  input: CreateApplicationInput;
}>;


export type CreateApplicationMutation = { createApplication: { id: string, name: string } };

export type UpdateApplicationMutationVariables = Exact<{
  input: UpdateApplicationInput;
}>;


export type UpdateApplicationMutation = { updateApplication: { id: string, name: string, description: string } };

export type ApplicationListQueryVariables = Exact<{
  after?: string | null | undefined;
  search?: string | null | undefined;
  orderBy?: ListApplicationsOrderBy | null | undefined;
}>;


export type ApplicationListQuery = { applications: { totalCount: number, pageInfo: { endCursor: string | null, hasNextPage: boolean }, nodes: Array<{ id: string, name: string, description: string, createdBy: string, createdAt: string, updatedAt: string, viewerCan: { updateApplication: { allowed: boolean, reason: string | null }, deleteApplication: { allowed: boolean, reason: string | null } } }> } };

export type DeleteApplicationMutationVariables = Exact<{
  input: DeleteApplicationInput;
}>;


export type DeleteApplicationMutation = { deleteApplication: { id: string } };

export type ViewerQueryVariables = Exact<{ [key: string]: never; }>;


export type ViewerQuery = { viewer: { id: string, name: string, account: string, projectId: string, projects: Array<{ id: string, name: string }> } };

export class TypedDocumentString<TResult, TVariables>
  extends String
  implements DocumentTypeDecoration<TResult, TVariables>
{
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>['__apiType']>;
  private value: string;
  public __meta__?: Record<string, any> | undefined;

  constructor(value: string, __meta__?: Record<string, any> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}

export const CreateApplicationDocument = new TypedDocumentString(`
    mutation CreateApplication($input: CreateApplicationInput!) {
  createApplication(input: $input) {
    id
    name
  }
}
    `) as unknown as TypedDocumentString<CreateApplicationMutation, CreateApplicationMutationVariables>;
export const UpdateApplicationDocument = new TypedDocumentString(`
    mutation UpdateApplication($input: UpdateApplicationInput!) {
  updateApplication(input: $input) {
    id
    name
    description
  }
}
    `) as unknown as TypedDocumentString<UpdateApplicationMutation, UpdateApplicationMutationVariables>;
export const ApplicationListDocument = new TypedDocumentString(`
    query ApplicationList($after: String, $search: String, $orderBy: ListApplicationsOrderBy) {
  applications(first: 20, after: $after, search: $search, orderBy: $orderBy) {
    totalCount
    pageInfo {
      endCursor
      hasNextPage
    }
    nodes {
      id
      name
      description
      createdBy
      createdAt
      updatedAt
      viewerCan {
        updateApplication {
          allowed
          reason
        }
        deleteApplication {
          allowed
          reason
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ApplicationListQuery, ApplicationListQueryVariables>;
export const DeleteApplicationDocument = new TypedDocumentString(`
    mutation DeleteApplication($input: DeleteApplicationInput!) {
  deleteApplication(input: $input) {
    id
  }
}
    `) as unknown as TypedDocumentString<DeleteApplicationMutation, DeleteApplicationMutationVariables>;
export const ViewerDocument = new TypedDocumentString(`
    query Viewer {
  viewer {
    id
    name
    account
    projectId
    projects {
      id
      name
    }
  }
}
    `) as unknown as TypedDocumentString<ViewerQuery, ViewerQueryVariables>;