//! Collections that come in pages.

use std::collections::{HashSet, VecDeque};
use std::future::{Future, poll_fn};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use futures_core::Stream;

use super::connection::Client;
use super::error::Error;
use super::link::{own_origin, resolve};
use super::prepared::Prepared;
use super::request::Request;
use super::response::{FromResponse, RawResponse};
use super::send::execute;
use super::trace;
use crate::{Collection, Element, Method};

/// The pages of a collection. Use it as a [`Stream`], or call [`Pages::next_page`].
///
/// Links to the next page are followed as they were sent, but only on the client's own host, and each only once. The
/// stream ends after an error; use [`Pages::next_link`] and [`Request::resume`] to request the failed page again.
#[must_use = "streams do nothing unless polled"]
pub struct Pages<T> {
    state: State,
    next_link: Option<String>,
    delta_link: Option<String>,
    /// Hashes of the URLs that were read.
    seen: HashSet<u64>,
    response: std::marker::PhantomData<fn() -> T>,
}

enum State {
    /// An error to return.
    Broken(Error),
    /// The next request.
    Ready(Client, Box<Prepared>),
    /// The request was sent.
    Waiting(Client, Box<Prepared>, Pending),
    /// There are no more pages.
    Done,
}

type Pending = Pin<Box<dyn Future<Output = Result<RawResponse, Error>> + Send>>;

impl<T: Element> Request<Collection<T>> {
    /// The pages of the collection; each is one request.
    pub fn pages(self) -> Pages<T> {
        let state = match self.into_parts() {
            Ok((client, prepared)) => State::Ready(client, Box::new(prepared)),
            Err(error) => State::Broken(error),
        };
        Pages {
            state,
            next_link: None,
            delta_link: None,
            seen: HashSet::new(),
            response: std::marker::PhantomData,
        }
    }

    /// The elements of all pages. The next page is requested when the elements of the page before it have been
    /// returned.
    pub fn items(self) -> Items<T> {
        Items {
            pages: self.pages(),
            ready: VecDeque::new(),
        }
    }
}

impl<T> Pages<T> {
    /// The link to the next page, for [`Request::resume`]; `None` before the first page and after the last one.
    pub fn next_link(&self) -> Option<&str> {
        self.next_link.as_deref()
    }

    /// The link to later changes, for [`Request::resume`]; known after the last page of a delta query.
    pub fn delta_link(&self) -> Option<&str> {
        self.delta_link.as_deref()
    }
}

impl<T: Element> Pages<T> {
    /// The next page; `None` after the last one.
    pub async fn next_page(&mut self) -> Option<Result<Collection<T>, Error>> {
        poll_fn(|context| Pin::new(&mut *self).poll_next(context)).await
    }

    /// Sets the state after a page. A link that must not be followed is an error, which comes after the page with the
    /// link.
    fn follow(&mut self, client: Client, mut prepared: Box<Prepared>, page: &Collection<T>) {
        let whole = |link: &String| resolve(link, &prepared.url).unwrap_or_else(|_| link.clone());
        self.next_link = page.next_link.as_ref().filter(|link| !link.is_empty()).map(whole);
        self.delta_link = page.delta_link.as_ref().map(whole);
        let next = match &page.next_link {
            // Some services end a list with an empty link.
            Some(link) if link.is_empty() => return,
            Some(link) => self.next(&client, &prepared, link),
            // Without this, a list would end too early and nobody would know.
            None => match page.additional_properties.get("@odata.nextLink") {
                Some(json) if !json.is_null() => Err(Error::link(format!(
                    "the link to the next page is not a text: {}",
                    json.as_str()
                ))),
                _ => return,
            },
        };
        match next {
            Err(error) => self.state = State::Broken(error.at(&prepared.endpoint)),
            Ok(url) => {
                prepared.url = url;
                prepared.only_read();
                self.state = State::Ready(client, prepared);
            }
        }
    }

    /// The URL of the next page.
    fn next(&mut self, client: &Client, prepared: &Prepared, link: &str) -> Result<String, Error> {
        let url = resolve(link, &prepared.url)?;
        own_origin(client.base_url(), &url)?;
        if prepared.endpoint.method == Method::Get {
            self.seen.insert(hash(&prepared.url));
        }
        if self.seen.contains(&hash(&url)) {
            return Err(Error::link(format!(
                "the links to the next page form a loop; this page has been read before: {url}"
            )));
        }
        Ok(url)
    }
}

/// Pages can be many and their links long, so only hashes are kept.
fn hash(url: &str) -> u64 {
    let mut state = DefaultHasher::new();
    url.hash(&mut state);
    state.finish()
}

impl<T: Element> Stream for Pages<T> {
    type Item = Result<Collection<T>, Error>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let this = &mut *self;
        loop {
            match std::mem::replace(&mut this.state, State::Done) {
                State::Done => return Poll::Ready(None),
                State::Broken(error) => return Poll::Ready(Some(Err(error))),
                State::Ready(client, prepared) => {
                    let (sender, request) = (client.clone(), prepared.clone());
                    let response = Box::pin(async move { execute(&sender, &request).await });
                    this.state = State::Waiting(client, prepared, response);
                }
                State::Waiting(client, prepared, mut response) => {
                    let Poll::Ready(response) = response.as_mut().poll(context) else {
                        this.state = State::Waiting(client, prepared, response);
                        return Poll::Pending;
                    };
                    let page = response.and_then(Collection::<T>::from_response);
                    if let Ok(page) = &page {
                        trace::page(&prepared.endpoint, page.value.len(), page.next_link.is_none());
                        this.follow(client, prepared, page);
                    }
                    return Poll::Ready(Some(page));
                }
            }
        }
    }
}

/// The elements of all pages of a collection. Use it as a [`Stream`], or call [`Items::next_item`].
#[must_use = "streams do nothing unless polled"]
pub struct Items<T> {
    pages: Pages<T>,
    ready: VecDeque<T>,
}

impl<T> Items<T> {
    /// The link to the next page, for [`Request::resume`]. Elements of the page before it may not have been returned
    /// yet.
    pub fn next_link(&self) -> Option<&str> {
        self.pages.next_link()
    }

    /// The link to later changes, for [`Request::resume`]; known after the last element of a delta query.
    pub fn delta_link(&self) -> Option<&str> {
        self.pages.delta_link()
    }
}

impl<T: Element> Items<T> {
    /// The next element; `None` after the last one.
    pub async fn next_item(&mut self) -> Option<Result<T, Error>>
    where
        T: Unpin,
    {
        poll_fn(|context| Pin::new(&mut *self).poll_next(context)).await
    }
}

impl<T: Element + Unpin> Stream for Items<T> {
    type Item = Result<T, Error>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let this = &mut *self;
        loop {
            if let Some(item) = this.ready.pop_front() {
                return Poll::Ready(Some(Ok(item)));
            }
            match ready!(Pin::new(&mut this.pages).poll_next(context)) {
                None => return Poll::Ready(None),
                Some(Err(error)) => return Poll::Ready(Some(Err(error))),
                Some(Ok(page)) => this.ready.extend(page),
            }
        }
    }
}
